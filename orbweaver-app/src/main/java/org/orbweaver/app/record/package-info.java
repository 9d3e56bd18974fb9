/** What a network carries, noted packet by packet into files that others open. */
@NullMarked
package org.orbweaver.app.record;

import org.jspecify.annotations.NullMarked;
