/** Files that an operator writes or mounts. */
@NullMarked
package io.omnibridge.adapters.support.files;

import org.jspecify.annotations.NullMarked;
