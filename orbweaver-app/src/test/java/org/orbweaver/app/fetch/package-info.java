@NullMarked
package org.orbweaver.app.fetch;

import org.jspecify.annotations.NullMarked;
