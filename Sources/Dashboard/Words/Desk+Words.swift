package import Desk

extension TicketKind {
  /// What people call the kind.
  package var words: Words {
    switch self {
    case .repair: Words(zh: "报修", en: "repair")
    case .complaint: Words(zh: "投诉", en: "complaint")
    case .enquiry: Words(zh: "问询", en: "enquiry")
    case .help: Words(zh: "求助", en: "help")
    case .suggestion: Words(zh: "建议", en: "suggestion")
    }
  }
}

extension TicketStage {
  /// What people call the stage.
  package var words: Words {
    switch self {
    case .registered: Words(zh: "已受理", en: "registered")
    case .assigned: Words(zh: "已派工", en: "assigned")
    case .accepted: Words(zh: "已接单", en: "accepted")
    case .onSite: Words(zh: "到场", en: "on site")
    case .working: Words(zh: "处理中", en: "working")
    case .held: Words(zh: "挂起", en: "held")
    case .completed: Words(zh: "已办结", en: "completed")
    case .closed: Words(zh: "已关闭", en: "closed")
    case .merged: Words(zh: "已合并", en: "merged")
    case .cancelled: Words(zh: "已作废", en: "cancelled")
    }
  }
}

extension Urgency {
  /// What people call the urgency.
  package var words: Words {
    switch self {
    case .urgent: Words(zh: "紧急", en: "urgent")
    case .ordinary: Words(zh: "一般", en: "ordinary")
    }
  }
}

extension Complexity {
  /// What people call the complexity.
  package var words: Words {
    switch self {
    case .ordinary: Words(zh: "一般", en: "ordinary")
    case .complex: Words(zh: "复杂", en: "complex")
    }
  }
}

extension Grade {
  /// What people call the grade of a complaint.
  package var words: Words {
    switch self {
    case .ordinary: Words(zh: "一般投诉", en: "ordinary")
    case .serious: Words(zh: "严重投诉", en: "serious")
    }
  }
}

extension Channel {
  /// What people call the channel.
  package var words: Words {
    switch self {
    case .phone: Words(zh: "电话", en: "phone")
    case .walkIn: Words(zh: "来访", en: "walk-in")
    case .wechat: Words(zh: "微信", en: "WeChat")
    case .app: Words(zh: "APP", en: "app")
    case .suggestionBox: Words(zh: "意见箱", en: "suggestion box")
    case .supervision: Words(zh: "督办", en: "supervision")
    case .patrol: Words(zh: "巡查", en: "patrol")
    case .sensor: Words(zh: "传感", en: "sensor")
    case .log: Words(zh: "导入", en: "log")
    }
  }
}

extension HoldReason {
  /// What people call the reason for waiting.
  package var words: Words {
    switch self {
    case .parts: Words(zh: "待料", en: "parts")
    case .ownerTime: Words(zh: "业主约期", en: "owner's time")
    case .ownerAway: Words(zh: "业主不在", en: "owner away")
    case .thirdParty: Words(zh: "待第三方", en: "third party")
    case .other: Words(zh: "其他", en: "other")
    }
  }
}

extension ClockID {
  /// What people call the clock, short enough for a column.
  package var words: Words {
    switch self {
    case .feedback: Words(zh: "反馈", en: "feedback")
    case .onSite: Words(zh: "到场", en: "on site")
    case .vital: Words(zh: "处置", en: "fix")
    case .lighting: Words(zh: "照明", en: "lighting")
    case .complaintOnSite: Words(zh: "投诉到场", en: "complaint on site")
    case .complaintFeedback: Words(zh: "投诉反馈", en: "complaint feedback")
    case .complaintResolve: Words(zh: "投诉办结", en: "complaint resolved")
    case .logDue: Words(zh: "原系统时限", en: "log due")
    case .promise: Words(zh: "答应的时间", en: "promised time")
    }
  }
}

extension CheckInResult {
  /// What people call the finding at a checkpoint.
  package var words: Words {
    switch self {
    case .ok: Words(zh: "正常", en: "ok")
    case .failed: Words(zh: "异常", en: "failed")
    }
  }
}

extension RoundPoint.State {
  /// What people call the state of a checkpoint.
  package var words: Words {
    switch self {
    case .pending: Words(zh: "未到", en: "pending")
    case .early: Words(zh: "早到", en: "early")
    case .excused: Words(zh: "已说明", en: "excused")
    case .onTime: Words(zh: "准时", en: "on time")
    case .late: Words(zh: "迟到", en: "late")
    case .failed: Words(zh: "异常", en: "failed")
    case .missed: Words(zh: "漏检", en: "missed")
    }
  }
}
