/** Tests of the commands. */
@NullMarked
package org.orbweaver.app.command;

import org.jspecify.annotations.NullMarked;
