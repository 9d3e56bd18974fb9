@NullMarked
package org.orbweaver.bench;

import org.jspecify.annotations.NullMarked;
