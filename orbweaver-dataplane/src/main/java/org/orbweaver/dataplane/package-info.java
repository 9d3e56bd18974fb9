@NullMarked
package org.orbweaver.dataplane;

import org.jspecify.annotations.NullMarked;
