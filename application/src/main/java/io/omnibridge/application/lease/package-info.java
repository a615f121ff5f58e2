/**
 * Use cases around leases: making, listing and ending them. A lease is checked elsewhere, when it is used: {@code
 * application.use}.
 */
@NullMarked
package io.omnibridge.application.lease;

import org.jspecify.annotations.NullMarked;
