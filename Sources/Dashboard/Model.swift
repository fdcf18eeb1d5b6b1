package import Desk
package import Foundation
package import Screen

/// Everything the screen shows and nothing else: what is drawn is a function of this value.
package struct Model: Equatable, Sendable {
  package var size: Size
  package var language: Language
  package var themes: [Theme]
  package internal(set) var theme = 0
  /// Which theme is worn; `wear` follows it.
  package var themePlan = ThemePlan()
  /// How many colours are used; 0 for attributes only.
  package internal(set) var colours: Int
  /// How many the terminal has.
  let terminalColours: Int
  /// What the terminal is known to do.
  package internal(set) var terminal = TerminalFacts()
  package var deskName: String
  /// What a desk without a name is called.
  package static let unnamed = Words(zh: "前台", en: "Front desk")
  package var actor: Actor
  package var now: Date
  package internal(set) var desk: Desk
  package internal(set) var contacts: [String: Contact]
  /// Keys of names that were erased on record; any other that is not in `contacts` cannot be read.
  package var erased: Set<String> = []
  /// How many of them open tickets needed when that was looked at last.
  var contactsInUse = 0
  /// Who lives or works where, for the form.
  package internal(set) var directory = Directory()
  /// Whether the households are to be read with the next tick.
  var isDirectoryDue = true
  /// Whether what today brought is to be counted with the next tick.
  var isTodayDue = false
  /// The staff in the order lists have them.
  var staff = StaffList()
  package internal(set) var board = Board()
  package internal(set) var finder = Finder()
  /// Tickets the finder has not read yet.
  var unread: [TicketID]
  /// What is in the list; keys are for it until a pane gets the focus.
  package var view = View.tickets { didSet { pane = nil } }
  /// The pane that has the focus; nil while keys are for the list.
  var pane: Pane?
  package internal(set) var lists: [View: ListState] = [:]
  /// The order shown while someone acts; nil when rows follow the board.
  package internal(set) var frozen: FrozenOrder?
  /// The closed incident whose steps are listed; nil while none is.
  var openedIncident: IncidentID?
  package internal(set) var filter: FilterState?
  /// What was looked for in this sitting, the latest last.
  var filters: [String] = []
  /// What was written into the fields of forms, the latest last.
  var written: [FormPage.Field: [String]] = [:]
  package internal(set) var marked: Set<TicketID> = []
  /// The range that is being marked; nil while none is.
  var range: MarkRange?
  /// What is shown instead of the desk while somebody selects text; nil on a screen that moves.
  package internal(set) var still: StillPicture?
  /// What lies over the views, the top one last.
  package internal(set) var layers: [Layer] = []
  /// Contacts whose phones were asked for and may be read until the page is left.
  package internal(set) var revealed: Set<String> = []
  package internal(set) var drafts: [FormPage] = []
  package internal(set) var messages: [MessageLine] = []
  package internal(set) var notice: Notice?
  /// What the person at the keys did in this shift and can take back, the last at the end.
  package internal(set) var undoable: [UndoStep] = []
  /// What was taken back and can be done again, the last at the end.
  package internal(set) var redoable: [UndoStep] = []
  /// What is to leave the desk when it can no longer be undone in silence.
  package internal(set) var outbox: [Held] = []
  /// What the store had no time or no room for, in the order it was asked for; each with its time.
  package internal(set) var backlog: [Effect] = []
  /// Whether the desk is being left: what waits in line has one more chance, for which the end waits.
  package internal(set) var isLeaving = false
  /// What rings, and what keeps it silent.
  var alarms = Alarms()
  /// Whether the terminal has the focus, as far as it says so.
  var isWatched = true
  /// When the last key came.
  var pressedAt: Date
  /// What is on disk of this desk.
  var kept = Kept()
  package internal(set) var settings = Settings()
  /// How the list was sorted and spaced on the screen; nil for what the settings say.
  var chosenSort: ListSort?
  var chosenDensity: Settings.Density?
  /// Whether the mouse was switched on or off on the screen; nil for what the settings say.
  var chosenMouse: Bool?
  /// The commands last chosen by name, the latest first.
  var recent: [Action] = []
  /// The language chosen on the screen.
  var chosenLanguage: Language?
  /// The policy of the settings folder; nil where there is none.
  var policyFile: Policy?
  /// Why nothing may be written; nil on a working desk.
  package var readOnly: Words?
  /// The guided tasks; nil on a working desk.
  package internal(set) var tutor: Tutor?
  /// A full-screen view without keys that change anything.
  package var isWall = false
  /// When the store was last heard of: whoever looks for news sets it, found or not.
  package var heardAt: Date
  /// How long ago that was.
  var newsAge: TimeInterval { now.timeIntervalSince(heardAt) }
  /// How old the news are when a screen says that it may be behind (*design*).
  static let oldNews: TimeInterval = 10
  /// What today brought, a minute old at most where a screen shows it; nil before it was counted.
  var today: FigureBook?
  /// Who took open tickets down, as far as it was recorded here or looked up since.
  var takers: [TicketID: String] = [:]
  /// Tickets of own steps that have ended, as they ended: the desk lets go of them.
  var leftSteps: [TicketID: Ticket] = [:]
  /// How tickets ended that something is linked with, as far as it was recorded here or looked up since.
  var fates: [TicketID: TicketStage] = [:]
  /// What happened before at the places that were looked at.
  var placeBook = PlaceBook()
  /// The instant of what is taken in, finer than `now`: whoever brings keys and news sets it.
  package var instant: Date
  /// The last time that the row under the cursor, or what a key does to it, became another without a key.
  var turn: Turn?
  /// What an action key would do since the last message; nil when that must be asked anew.
  var aimed: Aim?
  /// The row that an action key was not taken for, until the next key.
  var startled: RowKey?
  /// A mark of which a second may follow that means nothing more.
  var pairBegun: PairBegun?
  /// What came too fast to be typed, until the next key.
  var burst: String?
  var trail = Trail()
  /// The action whose submissions are still to come back.
  var batch = Batch()
  /// The text of which it was said that a number in it is not kept.
  var warnedOf: String?
  /// What was typed and left by Esc, the latest last.
  var leftTexts: [LeftText] = []
  /// What waits for a yes: it is for so many, stays for good, or ends the sitting.
  var asked: AskedBatch?

  package init(
    size: Size, language: Language, themes: [Theme], colours: Int, deskName: String, actor: Actor, now: Date,
    desk: Desk, contacts: [String: Contact]
  ) {
    self.size = size
    self.language = language
    self.themes = themes.isEmpty ? [.mono] : themes
    (self.colours, terminalColours) = (colours, colours)
    self.deskName = deskName
    self.actor = actor
    self.now = now
    self.desk = desk
    self.contacts = contacts
    heardAt = now
    pressedAt = now
    instant = now
    unread = Array(desk.tickets.keys)
    board = Board(desk)
    settle()
  }

  /// Fills the message lines with what was recorded before this desk was opened, oldest first.
  package mutating func recall(_ events: [RecordedEvent]) {
    messages = []
    for recorded in events.suffix(500) { remember(recorded) }
    for recorded in events { noteTaker(recorded) }
  }

  /// The signs of the theme.
  var symbols: Symbols { settings.isAccessible ? .spoken : themes[theme].symbols }

  /// How every style number looks now.
  package var looks: [Look] { themes[theme].looks(colours: colours) }

  /// Where everything goes.
  var layout: Layout { Layout(size: size, view: view, isCompact: density == .compact) }

  /// The keys as the settings have them.
  var keyTable: KeyTable { settings.keyTable }

  var dates: DateWords { DateWords(zone: desk.zone) }

  /// Whether keys go into a text.
  package var isTyping: Bool { layers.last?.isTyping ?? (filter?.isTyping ?? false) }
}

/// Where the cursor of a list is.
package struct ListState: Equatable, Sendable {
  /// The selected thing, by what it is and not by where; nil for an empty list.
  package var selected: RowKey?
  /// Where it stood when last seen, so that the cursor stays when it goes.
  package var index = 0
  /// The first row shown.
  package var top = 0
}

/// Rows as they were when someone began to act; a copy of the board's orders costs nothing until one of them changes.
package struct FrozenOrder: Equatable, Sendable {
  package internal(set) var tickets: Order<TicketID>
  package internal(set) var complaints: Order<TicketID>
  package internal(set) var timers: Order<TimerKey>
  package var until: Date
  /// Tickets that left meanwhile, as they were, and what became of them.
  package internal(set) var departed: [TicketID: Departed] = [:]
  /// Open tickets that would stand elsewhere by now, or are new.
  package internal(set) var moved: Set<TicketID> = []

  init(_ board: Board, until: Date) {
    (tickets, complaints, timers) = (board.ticketRows, board.complaintRows, board.timers)
    self.until = until
  }
}

/// A ticket that left the board while it was on screen: as its end left it, and whose doing that was.
package struct Departed: Equatable, Sendable {
  package var ticket: Ticket
  package var by: String
}

/// The words that narrow the list.
package struct FilterState: Equatable, Sendable {
  package var field = TextField()
  package var isTyping = true
  /// Which of the earlier filters stands in the line; nil for what was typed.
  var recalled: Int?
  /// What matches, in the order of the list it came from.
  package internal(set) var tickets: [TicketID] = []
  package internal(set) var complaints: [TicketID] = []
  /// Both together, to see what is hidden.
  var shown: Set<TicketID> = []
}

/// One line of the message area, kept as data so that it follows the language.
package enum MessageLine: Equatable, Sendable {
  case event(RecordedEvent)
  case words(Words, at: Date, isAlert: Bool)
}

/// The latest word to the person at the keys.
package struct Notice: Equatable, Sendable {
  package var words: Words
  package var at: Date
  package var isAlert: Bool
  /// Until when taking it back leaves no trace outside; nil where nothing can be taken back.
  package var undoUntil: Date?
  /// The ticket that the call it tells of ended in: the key to copy means that one, wherever the cursor is, until another key.
  var written: TicketID?
}

/// What a row of a list stands for.
package enum RowKey: Hashable, Sendable {
  case ticket(TicketID)
  case timer(TimerKey)
  case route(String)
  case duty(String)
  case point(RoundID, String)
  /// A round that is planned and not begun.
  case round(RoundID)
  case staff(String)
  case incident(IncidentID)
  case step(IncidentID, Int)
  case plan(String)
  case handover(ShiftID, Int)
  case visit(VisitID)
}

/// What was ordered and is asked about first, with the text it came from.
struct AskedBatch: Equatable, Sendable {
  let effects: [Effect]
  let prompt: PromptPage?
  /// The question, which stays in sight until a key answers it, a minute at most.
  let notice: Notice

  /// Whether it is the end of the sitting.
  var isLeaving: Bool { effects == [.quit] }
}

/// How the next answers belong together: they come back in the order of the submissions.
struct Batch: Equatable, Sendable {
  /// Submissions of the running action that have not come back.
  var waiting: [Effect] = []
  /// The step that is being taken back.
  var undoing: UndoStep?
  /// The step that is being done again.
  var redoing: UndoStep?
  /// Whether the action already has its undo step.
  var hasStep = false
  /// Whether it was tried before and had to wait for the store.
  var isLate = false
  /// The text that was asked for, given back for what the desk refuses.
  var prompt: PromptPage?
  /// What is said once it is done, instead of what was recorded.
  var says: Words?
  /// What is said beside what was done.
  var adds = Words.none
  /// The tickets it was recorded for so far.
  var done: [TicketID] = []
  var refused: [TicketID?] = []
  /// Why the last of those was refused.
  var reason = Words.none
  /// The versions that refusals told of.
  var told: [TicketID: Int] = [:]
}
