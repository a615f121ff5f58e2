package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Section;

/** Paths of the pages of leases. */
public final class LeasePaths {

    public static final String NEW = Section.LEASES.path() + "/new";

    static final String END = Section.LEASES.path() + "/{lease_id}/end";

    private LeasePaths() {}
}
