/** Files that an operator writes or mounts. They are small, and a {@code WatchedFile} is read again when it changes. */
@NullMarked
package io.omnibridge.adapters.support.files;

import org.jspecify.annotations.NullMarked;
