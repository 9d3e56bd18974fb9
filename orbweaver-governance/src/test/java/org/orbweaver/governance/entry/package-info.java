@NullMarked
package org.orbweaver.governance.entry;

import org.jspecify.annotations.NullMarked;
