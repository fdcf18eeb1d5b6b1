import Desk

extension Response {
  /// What people call the mark.
  var words: Words {
    switch self {
    case .accepted: Words(zh: "接单", en: "accepted")
    case .onSite: Words(zh: "到场", en: "on site")
    case .feedback: Words(zh: "反馈", en: "feedback")
    case .completed: Words(zh: "办结", en: "completed")
    }
  }
}

extension TimeSpent {
  /// What people call the step.
  var words: Words {
    switch self {
    case .taking: Words(zh: "受理到接单", en: "report to accepted")
    case .travelling: Words(zh: "接单到到场", en: "accepted to on site")
    case .working: Words(zh: "处理到办结", en: "at work until completed")
    case .waiting: Words(zh: "挂起", en: "held")
    case .closing: Words(zh: "办结到关闭", en: "completed to closed")
    }
  }
}

/// A column of a table: its name in csv and json, which says the unit of a time, and its heading.
package struct FigureColumn: Equatable, Sendable {
  package let id: String
  package let words: Words

  private init(_ id: String, _ zh: String, _ en: String) {
    (self.id, words) = (id, Words(zh: zh, en: en))
  }

  static let clock = FigureColumn("clock", "时限", "Clock")
  static let met = FigureColumn("met", "达标", "met")
  static let late = FigureColumn("late", "超时已答", "late")
  static let overdue = FigureColumn("overdue", "超时未答", "overdue")
  static let running = FigureColumn("running", "未到期", "running")
  static let sample = FigureColumn("sample", "样本", "sample")
  static let rate = FigureColumn("rate", "比率", "rate")
  static let bar = FigureColumn("bar", "", "")
  static let reported = FigureColumn("reported", "受理", "reported")
  static let completed = FigureColumn("completed", "办结", "completed")
  static let open = FigureColumn("open", "未结", "open")
  static let reopened = FigureColumn("reopened", "重开", "reopened")
  static let leftOut = FigureColumn("left_out", "不计", "left out")
  static let undone = FigureColumn("undone", "撤销步骤", "undone steps")
  static let held = FigureColumn("held", "挂起单数", "held")
  static let heldTime = FigureColumn("held_time_seconds", "停表时间", "held time")
  static let until = FigureColumn("until", "到", "Until")
  static let p50 = FigureColumn("p50_seconds", "一半", "p50")
  static let p90 = FigureColumn("p90_seconds", "九成", "p90")
  static let p95 = FigureColumn("p95_seconds", "九成五", "p95")
  static let step = FigureColumn("step", "环节", "Step")
  static let time = FigureColumn("time_seconds", "时间", "time")
  static let share = FigureColumn("share", "占比", "share")
  static let group = FigureColumn("group", "分组", "Group")
  static let person = FigureColumn("person", "责任人", "Person")
  static let score = FigureColumn("score", "得分", "score")
  static let area = FigureColumn("area", "楼栋", "Area")
  static let system = FigureColumn("system", "系统", "System")
  static let category = FigureColumn("category", "类别", "Category")
  static let faults = FigureColumn("faults", "故障", "faults")
  static let downtime = FigureColumn("downtime_seconds", "故障时间", "downtime")
  static let target = FigureColumn("target", "标准", "target")
  static let rescinded = FigureColumn("rescinded", "撤回", "rescinded")
  static let finished = FigureColumn("finished", "完成", "done")
  static let onSiteRate = FigureColumn("on_site_rate", "到场达标", "on site kept")
  static let feedbackRate = FigureColumn("feedback_rate", "反馈达标", "feedback kept")
  static let meanOnSite = FigureColumn("mean_on_site_seconds", "平均到场", "mean on site")
  static let meanFeedback = FigureColumn("mean_feedback_seconds", "平均反馈", "mean feedback")
  static let hour = FigureColumn("hour", "时", "hour")
  static let asset = FigureColumn("asset", "最老设备", "oldest equipment")
  static let age = FigureColumn("age", "年限", "years")
  static let aged = FigureColumn("aged", "超龄", "aged")
  static let rating = FigureColumn("rating", "评分", "rating")
  static let rated = FigureColumn("rated", "已评", "rated")
  static let lowest = FigureColumn("lowest", "最低", "lowest")
  static let broken = FigureColumn("broken", "没兑现", "not kept")
  static let early = FigureColumn("early", ShiftName.early.words.zh, "early")
  static let lateShift = FigureColumn("late_shift", ShiftName.late.words.zh, "late")
  static let night = FigureColumn("night", ShiftName.night.words.zh, "night")
  static let route = FigureColumn("route", "路线", "Route")
  static let rounds = FigureColumn("rounds", "应巡", "planned")
  static let walked = FigureColumn("completed", "走完", "done")
  static let incomplete = FigureColumn("incomplete", "不全", "incomplete")
  static let abandoned = FigureColumn("abandoned", "中断", "abandoned")
  static let unstarted = FigureColumn("unstarted", "未巡", "never begun")
  static let points = FigureColumn("points", "应到点位", "points")
  static let reached = FigureColumn("reached", "已到点位", "reached")
}
