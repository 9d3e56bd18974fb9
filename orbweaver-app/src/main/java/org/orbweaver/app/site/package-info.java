/** What a network offers one place: now, over a day, and why not; as rows, a report, a page. */
@NullMarked
package org.orbweaver.app.site;

import org.jspecify.annotations.NullMarked;
