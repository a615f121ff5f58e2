/** What the use cases need from outside: driven ports and their result types, nothing else. */
@NullMarked
package io.omnibridge.application.port;

import org.jspecify.annotations.NullMarked;
