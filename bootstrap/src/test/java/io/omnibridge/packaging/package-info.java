/** Tests of what runs OmniBridge elsewhere: the image, compose.yaml and the systemd unit. */
@NullMarked
package io.omnibridge.packaging;

import org.jspecify.annotations.NullMarked;
