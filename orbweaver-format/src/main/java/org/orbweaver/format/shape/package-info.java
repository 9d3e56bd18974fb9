/**
 * The keys of a scenario's records, read from their {@link org.orbweaver.core.scenario.Key}
 * annotations: the one model from which the reader, the JSON Schema and the reference are made.
 */
@NullMarked
package org.orbweaver.format.shape;

import org.jspecify.annotations.NullMarked;
