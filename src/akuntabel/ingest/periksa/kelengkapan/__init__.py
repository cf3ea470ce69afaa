"""What a report needs and the package lacks."""
