/** YAML 1.2 as a tree that knows where each value stands, and its binding to records. */
@NullMarked
package org.orbweaver.format.yaml;

import org.jspecify.annotations.NullMarked;
