/**
 * The Model Context Protocol over HTTP: its messages, its two generations, and the tools by which agents search and read. It keeps no session
 * and no state.
 */
@NullMarked
package io.omnibridge.adapters.http.mcp;

import org.jspecify.annotations.NullMarked;
