/**
 * Where accounts are kept: SQLite in the network's state folder, or PostgreSQL where several
 * machines share one store. One set of migrations and one text of SQL serves both.
 */
@NullMarked
package org.orbweaver.app.store;

import org.jspecify.annotations.NullMarked;
