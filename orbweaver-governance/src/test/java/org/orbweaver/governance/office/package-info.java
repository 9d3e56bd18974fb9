@NullMarked
package org.orbweaver.governance.office;

import org.jspecify.annotations.NullMarked;
