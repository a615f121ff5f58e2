/** The search for leaks: secrets that cannot occur by chance ("canaries"), and the search for them in all output. */
@NullMarked
package io.omnibridge.bootstrap.canary;

import org.jspecify.annotations.NullMarked;
