/** Tests of the data plane: A parsers and rules, B one link, C the door, D the services. */
@NullMarked
package org.orbweaver.dataplane;

import org.jspecify.annotations.NullMarked;
