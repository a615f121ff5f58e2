/**
 * What may be read at providers' APIs, and whether a client's request is one of these reads. Nothing of a request is sent as the client
 * wrote it: paths and queries are decoded once, matched, and encoded again.
 */
@NullMarked
package io.omnibridge.adapters.providers.reads;

import org.jspecify.annotations.NullMarked;
