/** What callers see: JSON views, with nothing confidential anywhere in their reach. */
@NullMarked
package io.omnibridge.adapters.http.view;

import org.jspecify.annotations.NullMarked;
