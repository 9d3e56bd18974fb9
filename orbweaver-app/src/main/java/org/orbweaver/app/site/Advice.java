package org.orbweaver.app.site;

import org.orbweaver.core.policy.ReasonCode;

/**
 * A reason for no service, for people.
 *
 * @param percent of all slots
 * @param sentence what is the case
 * @param remedy what would help
 */
public record Advice(ReasonCode reason, double percent, String sentence, String remedy) {}
