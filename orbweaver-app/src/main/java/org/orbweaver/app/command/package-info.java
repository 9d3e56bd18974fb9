/** One class a command; what they share: settings, name look-up, moments, progress. */
@NullMarked
package org.orbweaver.app.command;

import org.jspecify.annotations.NullMarked;
