package io.omnibridge.application.limit;

/**
 * The maximum numbers of calls of providers' APIs that are in flight at one node.
 *
 * @param perUserAndProvider of one user at one provider
 * @param perUser of one user at all providers
 * @param perProvider of all users at one provider
 * @param total of all users at all providers
 */
public record CallLimits(int perUserAndProvider, int perUser, int perProvider, int total) {

    /** One user can occupy a quarter of the total, and so can one provider. */
    public static final CallLimits DEFAULT = new CallLimits(8, 64, 64, 256);
}
