import Desk

extension PayloadWriter {
  mutating func put(arrival: Arrival) {
    put("place", arrival.place.text)
    put("purpose", arrival.purpose.rawValue)
    put("text", arrival.text)
    put("contact", arrival.contact)
  }
}

extension PayloadObject {
  func arrival() throws(PayloadError) -> Arrival {
    Arrival(
      place: Place(stored: try text("place")), purpose: try word("purpose"), text: try text("text"),
      contact: try textOrNil("contact"))
  }
}
