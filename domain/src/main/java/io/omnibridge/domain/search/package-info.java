/**
 * Search over the sources of a user's accounts: what is looked for, what each source finds, how the results are put in one order,
 * and how an item is read as text.
 */
@NullMarked
package io.omnibridge.domain.search;

import org.jspecify.annotations.NullMarked;
