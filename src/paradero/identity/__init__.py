"""Says how sure it is that a sighting shows the person an enquiry seeks, and why."""
