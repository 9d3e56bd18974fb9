@NullMarked
package org.orbweaver.governance.state;

import org.jspecify.annotations.NullMarked;
