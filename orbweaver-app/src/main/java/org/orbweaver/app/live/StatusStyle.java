package org.orbweaver.app.live;

/** How a live network says what happens; each answer is one or more lines without the last end. */
interface StatusStyle {
  String opening(Opening opening);

  String slot(SlotStatus status);

  String happening(Happening happening);

  String farewell(Farewell farewell);
}
