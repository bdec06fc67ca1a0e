import { notifications } from "@mantine/notifications";

/** Says something short that needs no answer. */
export const toast = (message: string) => notifications.show({ message, role: "status", autoClose: 5000 });
