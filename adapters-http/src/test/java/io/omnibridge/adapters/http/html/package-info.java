@NullMarked
package io.omnibridge.adapters.http.html;

import org.jspecify.annotations.NullMarked;
