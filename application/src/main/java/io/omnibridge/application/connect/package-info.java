/**
 * Use cases of connect, OAuth's authorization-code flow (RFC 6749 §4.1): begin, callback and completion. A completed
 * attempt links an account; {@code docs/architecture.md} shows the flow.
 */
@NullMarked
package io.omnibridge.application.connect;

import org.jspecify.annotations.NullMarked;
