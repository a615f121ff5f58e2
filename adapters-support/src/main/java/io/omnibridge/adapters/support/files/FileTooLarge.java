package io.omnibridge.adapters.support.files;

import java.io.IOException;

/** A file that should be small is larger than {@value SmallTextFile#MAX_BYTES} bytes. */
public final class FileTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    FileTooLarge() {
        super("the file is too large");
    }
}
