print("frontdesk-bench: nothing to measure yet")
