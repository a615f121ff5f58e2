/** What a permission is, and the words that the rest of OmniBridge speaks. Pure Java: java.base and itself. */
@NullMarked
package io.omnibridge.domain;

import org.jspecify.annotations.NullMarked;
