package org.orbweaver.core.scenario;

/** Two satellites that a list of lasers links: indices within their constellation, from 0. */
public record LaserPair(int a, int b) {}
