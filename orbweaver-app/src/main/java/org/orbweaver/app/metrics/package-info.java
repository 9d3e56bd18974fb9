/** What a running network has carried and how punctually, for Prometheus and its like. */
@NullMarked
package org.orbweaver.app.metrics;

import org.jspecify.annotations.NullMarked;
