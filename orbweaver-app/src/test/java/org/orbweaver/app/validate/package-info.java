/** Tests of the comparison with measurements, and the program that writes the sample places. */
@NullMarked
package org.orbweaver.app.validate;

import org.jspecify.annotations.NullMarked;
