/** Network addresses: which hosts are this machine itself. */
@NullMarked
package io.omnibridge.adapters.support.net;

import org.jspecify.annotations.NullMarked;
