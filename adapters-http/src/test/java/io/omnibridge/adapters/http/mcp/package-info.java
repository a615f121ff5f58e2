@NullMarked
package io.omnibridge.adapters.http.mcp;

import org.jspecify.annotations.NullMarked;
