/** Use cases around leases: making, listing and ending them. */
@NullMarked
package io.omnibridge.application.lease;

import org.jspecify.annotations.NullMarked;
