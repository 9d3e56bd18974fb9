/** Element sets from TLE and OMM files, plain or gzipped. */
@NullMarked
package org.orbweaver.format.elements;

import org.jspecify.annotations.NullMarked;
