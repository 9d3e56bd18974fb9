package org.orbweaver.core.radio;

/**
 * What a satellite of one make and height carries.
 *
 * @param down one of its beams toward terminals
 * @param up one of its beams from terminals
 * @param downBps all its beams toward terminals together
 * @param upBps all its beams from terminals together
 */
public record Payload(LinkTable down, LinkTable up, double downBps, double upBps) {}
