/**
 * Pages for people, as plain HTML that loads and runs nothing. {@link io.omnibridge.adapters.http.page.Page} is the content;
 * {@link io.omnibridge.adapters.http.page.HtmlWriter} writes it.
 */
@NullMarked
package io.omnibridge.adapters.http.page;

import org.jspecify.annotations.NullMarked;
