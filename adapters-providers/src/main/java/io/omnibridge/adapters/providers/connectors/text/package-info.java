/**
 * Text of items: from plain text and from HTML, without what a person does not see and without links that carry a permission.
 * {@code ItemTexts} makes it.
 */
@NullMarked
package io.omnibridge.adapters.providers.connectors.text;

import org.jspecify.annotations.NullMarked;
