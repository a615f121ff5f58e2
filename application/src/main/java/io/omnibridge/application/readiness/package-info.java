/**
 * The use case behind {@code GET /readyz}. A process is ready while its store answers and it is not stopping.
 */
@NullMarked
package io.omnibridge.application.readiness;

import org.jspecify.annotations.NullMarked;
