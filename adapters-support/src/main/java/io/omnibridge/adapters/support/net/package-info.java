/**
 * Network addresses: which hosts are this machine itself, and which are not of the public internet. No name is resolved here.
 */
@NullMarked
package io.omnibridge.adapters.support.net;

import org.jspecify.annotations.NullMarked;
