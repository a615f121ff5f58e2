/** Pages for people: plain HTML that loads nothing and runs nothing. */
@NullMarked
package io.omnibridge.adapters.http.page;

import org.jspecify.annotations.NullMarked;
