/**
 * How pages for people look and speak: the template engine, the frame around every page, the texts in each language, the style sheet and
 * the headers that keep a page from loading or running anything. It knows no route and no use case.
 */
@NullMarked
package io.omnibridge.adapters.http.html;

import org.jspecify.annotations.NullMarked;
