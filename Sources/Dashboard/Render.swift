package import Screen

/// Draws everything, every time; the terminal finds the difference.
package func render(_ model: Model) -> Frame {
  let frame = model.still?.frame ?? draw(model)
  guard let tutor = model.tutor else { return frame }
  var all = frame.lengthened(by: tutor.rows)
  TutorView.draw(tutor, model, in: &all)
  if model.hasThinLines { all.thinLines() }
  return all
}

/// Draws the desk as it is now.
func draw(_ model: Model) -> Frame {
  var frame = Frame(size: model.size)
  let layout = model.layout
  if layout.kind == .card {
    CardView.draw(model, in: &frame)
    return frame
  }
  if case .wall(let page)? = model.layers.last(where: { !$0.isBox }) {
    WallView.draw(page, model, layout, in: &frame)
    if case .prompt = model.layers.last {
      frame.fill(layout.notice, style: Role.text.style)
      NoticeView.draw(model, layout, in: &frame)
    }
  } else {
    HeaderView.draw(model, layout, in: &frame)
    drawPage(model, layout, in: &frame)
    NoticeView.draw(model, layout, in: &frame)
    KeyLineView.draw(model, layout, in: &frame)
  }
  if model.settings.isAccessible { frame.speak(layout.page) }
  if model.hasThinLines { frame.thinLines() }
  return frame
}

/// Draws the top page, and below a box or a prompt what lies under it.
private func drawPage(_ model: Model, _ layout: Layout, in frame: inout Frame) {
  let base = model.layers.last { !$0.isBox }
  switch base {
  case .form(let page): FormView.draw(page, model, layout, in: &frame)
  case .detail(let page): DetailView.draw(page, model, layout, in: &frame)
  case .results(let page): ResultsView.draw(page, model, layout, in: &frame)
  case .help(let page): HelpView.draw(page, model, layout, in: &frame)
  case .figures(let page): FiguresView.draw(page, model, layout, in: &frame)
  case .triage(let page): TriageView.draw(page, model, layout, in: &frame)
  case .standards(let page): StandardsView.draw(page, model, layout, in: &frame)
  default: drawViews(model, layout, in: &frame)
  }
  if case .picker(let page) = model.layers.last { PickerView.draw(page, model, layout, in: &frame) }
}

private func drawViews(_ model: Model, _ layout: Layout, in frame: inout Frame) {
  TabsView.draw(model, layout, in: &frame)
  switch model.view {
  case .tickets, .complaints: TicketsView.draw(model, layout, in: &frame)
  case .timers: TimersView.drawList(model, layout, in: &frame)
  case .patrol: PatrolView.drawList(model, layout, in: &frame)
  case .staff: StaffView.drawList(model, layout, in: &frame)
  case .duties: DutiesView.drawList(model, layout, in: &frame)
  case .incidents: IncidentsView.drawList(model, layout, in: &frame)
  case .handover: HandoverView.drawList(model, layout, in: &frame)
  case .visitors: VisitorsView.drawList(model, layout, in: &frame)
  }
  SideView.draw(model, layout, in: &frame)
  PreviewView.draw(model, layout, in: &frame)
  MessagesView.draw(model, layout, in: &frame)
  ListPlace.draw(model, layout, in: &frame)
  TodayPane.draw(model, layout, in: &frame)
}
