/** Whether this process should be sent requests. */
@NullMarked
package io.omnibridge.application.readiness;

import org.jspecify.annotations.NullMarked;
