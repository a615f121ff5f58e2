package io.omnibridge.benchmarks.contender;

import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Signing;

/**
 * One line of a table.
 *
 * @param floor the name of the contender that it is compared with; its own, if it is the floor
 * @param peer the name of what a user would otherwise choose; empty if there is none
 * @param users how many users have accounts before anything is measured; 0 where it needs none
 * @param nodes how many processes run it and share the load
 */
public record Contender(
        String name,
        String floor,
        String peer,
        Program program,
        Signing signing,
        Requests requests,
        int users,
        int nodes) {

    /** The same program with a floor and a peer to compare it with. */
    public Contender comparedWith(String otherFloor, String otherPeer) {
        return new Contender(name, otherFloor, otherPeer, program, signing, requests, users, nodes);
    }

    /** The same under another name, with so many users. */
    public Contender withUsers(String otherName, int number) {
        return new Contender(otherName, floor, peer, program, signing, requests, number, nodes);
    }

    /** The same under another name, in so many processes. */
    public Contender on(String otherName, int number) {
        return new Contender(otherName, floor, peer, program, signing, requests, users, number);
    }
}
